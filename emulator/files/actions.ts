import { invalidParameter, unknownOperator } from '../errors';
import type { FileStore } from './fileStore';
import { checkPath } from './fileStore';

/** The platform takes this many files in one request. */
const MOST_FILES = 50;

/** Answers a `storage.*` action. @throws CloudError */
export function storageAction(files: FileStore, base: string, action: string, body: Record<string, unknown>): Record<string, unknown> {
  switch (action) {
    case 'storage.getUploadMetadata': {
      const { path } = body;
      if (typeof path !== 'string') throw invalidParameter('path is missing');
      checkPath(path);
      const signature = files.sign(path, 'write', 900);
      return {
        url: `${base}/files/${encodePath(path)}?${signature}`, token: 'emulator', authorization: 'emulator',
        // The SDK sends cosFileId back as a header, where only ASCII may stand.
        fileId: files.fileId(path), cosFileId: encodeURI(files.fileId(path)),
      };
    }
    case 'storage.batchGetDownloadUrl':
      return { download_list: listOf(body.file_list).map((item) => downloadUrl(files, base, item)) };
    case 'storage.batchDeleteFile':
      return { delete_list: listOf(body.fileid_list).map((fileid) => remove(files, fileid)) };
    default:
      throw unknownOperator(`the action ${action}`);
  }
}

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalidParameter('the list of files is missing');
  if (value.length > MOST_FILES) throw invalidParameter(`at most ${MOST_FILES} files in one request`);
  return value;
}

function downloadUrl(files: FileStore, base: string, item: unknown): Record<string, unknown> {
  const { fileid, max_age: maxAge } = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
  const fileID = String(fileid);
  const path = files.pathOf(fileID);
  if (path === null) return { fileID, fileid: fileID, tempFileURL: '', download_url: '', code: 'INVALID_PARAM' };
  if (!files.find(path)) return { fileID, fileid: fileID, tempFileURL: '', download_url: '', code: 'STORAGE_FILE_NONEXIST' };
  // Not encoded, as on the platform: the SDK passes it through encodeURI, and so does a browser.
  const url = `${base}/files/${path}?${files.sign(path, 'read', typeof maxAge === 'number' && maxAge > 0 ? maxAge : undefined)}`;
  return { fileID, fileid: fileID, tempFileURL: url, download_url: url, code: 'SUCCESS' };
}

function remove(files: FileStore, fileid: unknown): Record<string, unknown> {
  const fileID = String(fileid);
  const path = files.pathOf(fileID);
  if (path === null) return { fileID, fileid: fileID, code: 'INVALID_PARAM' };
  return { fileID, fileid: fileID, code: files.remove(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
