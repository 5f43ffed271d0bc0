/** The names of the teams that the reps of a dataset belong to, in order. */
export function teamsIn({tables}) {
  const teams = tables.get('reps')?.columns.get('team');
  const used = new Set(teams?.codes);
  return (teams?.values ?? []).filter((_, code) => used.has(code)).sort();
}
