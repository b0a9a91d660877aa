import type { NetworkRole, TeamMemberRole } from '#db/vocabulary';

export const networkRoleWords: Record<NetworkRole, string> = {
  teacher: 'Teacher',
  coach: 'Coach',
  facilitator: 'Facilitator',
  sponsor: 'Sponsor',
  administrator: 'Administrator',
};

export const teamRoleWords: Record<TeamMemberRole, string> = {
  lead: 'Team lead',
  general_educator: 'General educator',
  special_educator: 'Special educator',
  other: 'Other',
};
