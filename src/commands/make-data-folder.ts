import { FolderError } from '../export/folder-error.js';
import { makeFolder } from '../export/make-folder.js';
import { DataFolderError } from './data-folder-error.js';

/** Makes the data folder before anything is opened in it. Throws DataFolderError. */
export async function makeDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    throw new DataFolderError(
      `the data folder ${folder} can't be made: ${error.message}. Set NIANBAO_DATA to another`,
      { cause: error },
    );
  }
}
