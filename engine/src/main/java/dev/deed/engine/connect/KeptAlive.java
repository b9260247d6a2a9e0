package dev.deed.engine.connect;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import jdk.net.ExtendedSocketOptions;

/// How soon a connection to a host that has gone is found out, and how often one that is quiet
/// during a long statement sends something: firewalls and balancers forget a quiet one after some
/// minutes, and systems wait two hours by themselves. The server is asked for the same.
final class KeptAlive {

  private static final Map<SocketOption<Integer>, Integer> SECONDS_AND_TRIES =
      Map.of(
          ExtendedSocketOptions.TCP_KEEPIDLE, 30,
          ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
          ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

  private KeptAlive() {}

  /// In force where pgjdbc switches it on, which it does unless the URL says `keepalives=0`.
  static void prepare(Socket socket) throws IOException {
    var known = socket.supportedOptions();
    for (var option : SECONDS_AND_TRIES.entrySet()) {
      if (known.contains(option.getKey())) {
        socket.setOption(option.getKey(), option.getValue());
      }
    }
  }
}
