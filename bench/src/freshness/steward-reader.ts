import { dataService } from '@steward/data-service';
import { Config, readConfig, type Service, startService } from '@steward/service';
import { announce } from '../harness/contender.ts';
import { freshView } from './fresh-view.ts';

/** The service that reads the facts of accounts, with the one read model that is looked at. */
const readingOnly: Service = {
  ...dataService,
  open: (platform) => {
    const doors = dataService.open(platform);
    const projections = doors.projections.filter(({ name }) => name === freshView);
    return { ...doors, projections };
  },
};

const running = await startService(readingOnly, {
  config: readConfig(Config, process.env),
  onFatal: (error) => {
    throw error;
  },
});
announce(Number(new URL(running.url).port), running.stop);
