import {dynamics} from './dynamics.js';
import {hubspot} from './hubspot.js';
import {nutshell} from './nutshell.js';
import {pipedrive} from './pipedrive.js';
import {plain} from './plain.js';
import type {Preset} from './preset.js';
import {salesforce} from './salesforce.js';
import {zoho} from './zoho.js';

/** By name, in the order in which `auto` tries them. */
export const presets: ReadonlyMap<string, Preset> = new Map(
  Object.entries({zoho, salesforce, hubspot, pipedrive, dynamics, nutshell, plain})
);
