export * from './people';
export * from './theory';
export * from './measures';
export * from './cycles';
export * from './feed';
export * from './syntheses';
export * from './activity';
