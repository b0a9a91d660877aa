export * from './people';
export * from './theory';
export * from './measures';
export * from './cycles';
export * from './activity';
