package dev.deed.engine.connect;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/// How soon a connection to a host that has gone is found out, and how often one that is quiet
/// during a long statement sends something: firewalls and balancers forget a quiet one after some
/// minutes, and systems wait two hours by themselves. The server is asked for the same.
final class KeptAlive {

  private KeptAlive() {}

  /// In force where pgjdbc switches it on, which it does unless the URL says `keepalives=0`.
  static void prepare(Socket socket) throws IOException {
    try {
      set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, 30);
      set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, 10);
      set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
    } catch (LinkageError e) {
      // A runtime without the system's part of these options: the connection works without them.
      return;
    }
  }

  private static void set(Socket socket, SocketOption<Integer> option, int value)
      throws IOException {
    if (socket.supportedOptions().contains(option)) {
      socket.setOption(option, value);
    }
  }
}
