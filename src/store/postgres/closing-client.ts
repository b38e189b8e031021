import pg from 'pg';

/**
 * pg gives up by itself where it can't log in (the server asks for a password and there is none), and leaves the socket
 * open: the program would wait until the server hangs up, a minute later.
 */
export class ClosingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.connection.on('error', () => this.connection.stream.destroy());
  }
}
