export const messages = {
  video: 'Video',
  chapters: 'Chapters',
};
