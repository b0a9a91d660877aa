/** What a press on the clock came to; `nextId` is the id of the next press. */
export type PressAnswer = { nextId: string; message: string };
