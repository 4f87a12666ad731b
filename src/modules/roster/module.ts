import type { Module } from '#platform/platform.ts';
import {
  exportClass,
  exportClasses,
  getClass,
  listClasses,
  openClass,
  setHomeroom,
} from './classes/contract.ts';
import { classRoutes } from './classes/routes.ts';
import { addGuardianship, changeGuardianship, endGuardianship } from './guardianship/contract.ts';
import { guardianshipRoutes } from './guardianship/routes.ts';
import { exportLoad, getLoad } from './load/contract.ts';
import { loadRoutes } from './load/routes.ts';
import {
  admitStudent,
  findDuplicates,
  restoreStudent,
  transferStudent,
  withdrawStudent,
} from './movement/contract.ts';
import { movementRoutes } from './movement/routes.ts';
import { exportPeople, getPeopleFrame, listPeople } from './people/contract.ts';
import { peopleRoutes } from './people/routes.ts';
import { changePerson, getPerson } from './person/contract.ts';
import { personRoutes } from './person/routes.ts';
import { getSubgroups, moveBetweenSubgroups } from './study-group/contract.ts';
import { studyGroupRoutes } from './study-group/routes.ts';
import { removeFilter, saveFilter } from './saved-filters/contract.ts';
import { savedFilterRoutes } from './saved-filters/routes.ts';

export const rosterModule: Module = {
  name: 'roster',
  endpoints: [
    getPeopleFrame,
    listPeople,
    exportPeople,
    saveFilter,
    removeFilter,
    listClasses,
    exportClasses,
    getClass,
    exportClass,
    openClass,
    setHomeroom,
    getPerson,
    changePerson,
    findDuplicates,
    admitStudent,
    transferStudent,
    withdrawStudent,
    restoreStudent,
    addGuardianship,
    changeGuardianship,
    endGuardianship,
    getSubgroups,
    moveBetweenSubgroups,
    getLoad,
    exportLoad,
  ],
  routes: [
    ...peopleRoutes,
    ...savedFilterRoutes,
    ...classRoutes,
    ...personRoutes,
    ...movementRoutes,
    ...guardianshipRoutes,
    ...studyGroupRoutes,
    ...loadRoutes,
  ],
};
