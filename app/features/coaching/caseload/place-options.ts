type Place = { id: string; name: string };

/** What schools and LEAs a filter offers: those of the teams themselves, by name. */
export type PlaceOptions = { schools: Place[]; leas: Place[] };

function unique(places: Place[]): Place[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return [...byId.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

type PlacedTeam = { schoolId: string; schoolName: string; leaId: string; leaName: string };

export function placeOptions(teams: PlacedTeam[]): PlaceOptions {
  return {
    schools: unique(teams.map(({ schoolId: id, schoolName: name }) => ({ id, name }))),
    leas: unique(teams.map(({ leaId: id, leaName: name }) => ({ id, name }))),
  };
}
