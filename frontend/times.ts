/** The server writes times in UTC, since it does not know where the reader is; here they are the reader's own. */
const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

export function showLocally(time: HTMLTimeElement): void {
  time.textContent = format.format(new Date(time.dateTime));
}

document.querySelectorAll<HTMLTimeElement>('time[datetime]').forEach(showLocally);
