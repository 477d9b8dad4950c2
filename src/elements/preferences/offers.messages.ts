export const messages = {
  until: 'Until {date}',
  used: 'Used',
  gone: 'None left',
  returned: 'Given back',
  ended: 'Ended',
  giveBack: 'Give it back',
  giveBackNamed: 'Give it back: {name}',
  givenBack: '{name} is given back.',
};
