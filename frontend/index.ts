// The entry of the front end. The page is readable before any of this runs; connection.ts says how Vaadin joins it.
import './styles/index.css';
import './theme';
import './overflow';
import './navigation';
import './preview';
import './search';
import './times';
import './chart';
import './question';
import './numbers';
import './review';
import { setDraftKeeper, setFallback } from './widget';
import { joinWhenIdle, server } from './connection';

setFallback({
  step: async (request) => (await server()).step(request),
  survey: async (kind, id, state) => (await server()).survey(kind, id, state),
  data: async (kind, state) => (await server()).data(kind, state),
});
setDraftKeeper(async (widget, state) => (await server()).draft(widget, state));
joinWhenIdle();
