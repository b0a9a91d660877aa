export const mostSteps = 20;
export const mostStepMinutes = 240;
export const mostTitle = 120;
export const mostPrompt = 600;
