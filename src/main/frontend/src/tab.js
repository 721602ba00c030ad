// The project tab of a task: its sheets and files. Forms and figures are rendered by the server.
import './site.js';
import { Files } from './files.js';
import { Sheet } from './sheet.js';

document.querySelectorAll('[data-sheet]').forEach((root) => new Sheet(root).load());
document.querySelectorAll('[data-files]').forEach((root) => new Files(root).start());
