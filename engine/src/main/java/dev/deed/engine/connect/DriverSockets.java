package dev.deed.engine.connect;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Makes the sockets of a connection: Unix-domain sockets, too, and ones that notice when the other
/// side has gone. Public because pgjdbc makes one by reflection, as its property `socketFactory`
/// says.
public final class DriverSockets extends SocketFactory {

  private final UnixSockets sockets;

  /// @param text pgjdbc's property `socketFactoryArg`
  public DriverSockets(String text) {
    sockets = UnixSockets.of(text);
  }

  /// pgjdbc says only on connecting where the socket leads to.
  @Override
  public Socket createSocket() throws IOException {
    if (sockets.paths().isEmpty()) {
      var socket = new Socket();
      KeptAlive.prepare(socket);
      return socket;
    }
    return new UnixSocket(sockets);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  private Socket connected(SocketAddress address) throws IOException {
    var socket = createSocket();
    socket.connect(address);
    return socket;
  }
}
