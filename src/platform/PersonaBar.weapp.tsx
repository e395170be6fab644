/** In WeChat the person is who they are: there is nothing to change. */
export const PersonaBar = () => null
