import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { EmulatorStartError } from '../errors';
import { callFunction, fireTimer, issuePhoneCode, setClock } from './clientRoutes';
import type { Services } from './context';
import { download, uploadFromClient, uploadFromFunction } from './fileRoutes';
import { HttpError, refuseStrangers, sendError, sendJson } from './http';
import { sdkRequest } from './sdk';
import { StaticFiles } from './staticFiles';

/** The only address the emulator listens on. */
export const HOST = '127.0.0.1';

export function createGateway(services: Services): Server {
  const site = services.staticDir === null ? null : new StaticFiles(services.staticDir);
  const server = createServer((request, response) => {
    route(services, site, request, response).catch((error: unknown) => {
      if (!(error instanceof HttpError)) services.log(`gateway: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
      sendError(response, error);
    });
  });
  // Longer than Node's clients keep an idle connection (5 s): if the server closed first, a request
  // just being sent on it would be lost, and the SDK does not try again.
  server.keepAliveTimeout = 60_000;
  server.headersTimeout = 65_000;
  return server;
}

/** @returns the port that was opened. @throws EmulatorStartError if it is taken */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      const text = error.code === 'EADDRINUSE' ? `Port ${port} is in use. Stop what uses it, or choose another port.` : `Cannot listen on port ${port}: ${error.message}`;
      reject(new EmulatorStartError('port_in_use', text));
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function route(services: Services, site: StaticFiles | null, request: IncomingMessage, response: ServerResponse): Promise<void> {
  refuseStrangers(request, services.port(), services.origins);
  const url = new URL(request.url ?? '/', services.url());
  const pathname = decoded(url.pathname);
  const [, area = '', ...rest] = pathname.split('/');
  const tail = rest.join('/');
  switch (area) {
    case 'admin':
      only(request, 'POST');
      return sdkRequest(services, request, response);
    case 'fn':
      only(request, 'POST');
      return callFunction(services, tail, request, response);
    case 'personas':
      only(request, 'GET');
      return sendJson(response, 200, await services.personas());
    case 'emulator':
      only(request, 'POST');
      if (tail === 'clock') return setClock(services, request, response);
      if (tail === 'phone') return issuePhoneCode(services, request, response);
      if (rest[0] === 'timers') return fireTimer(services, rest.slice(1).join('/'), response);
      throw new HttpError(404, 'NOT_FOUND', 'there is nothing here');
    case 'files':
      if (request.method === 'POST' && tail === 'upload') return uploadFromClient(services, url, request, response);
      only(request, 'GET', 'HEAD', 'PUT');
      return request.method === 'PUT' ? uploadFromFunction(services, tail, url, request, response) : download(services, tail, url, request, response);
    default:
      only(request, 'GET', 'HEAD');
      if (!site) throw new HttpError(404, 'NOT_FOUND', 'there is nothing here');
      return site.send(pathname, request, response);
  }
}

function only(request: IncomingMessage, ...methods: string[]): void {
  if (!methods.includes(request.method ?? '')) throw new HttpError(405, 'WRONG_METHOD', `only ${methods.join(', ')} is answered here`);
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    throw new HttpError(400, 'BAD_PATH', 'the path is not well encoded');
  }
}
