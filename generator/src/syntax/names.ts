/** What a name of a shape or member is made of. */
export const identifier = /^[A-Za-z_]\w*$/;

/** A shape id with its namespace, and with a member or without. */
export const absoluteId = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*#[A-Za-z_]\w*(?:\$[A-Za-z_]\w*)?$/;
