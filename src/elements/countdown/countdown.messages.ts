export const messages = {
  left: '{time} left',
  until: 'Until {date}',
  over: 'This has ended.',
};
