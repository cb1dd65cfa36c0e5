declare module 'virtual:bundled-pack' {
  /** The JSON of the `Pack` that is built from `seeds/`; see wxt.config.ts. */
  const json: string;
  export default json;
}
