package dev.deed.engine.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A Unix-domain socket in the shape that pgjdbc knows, or an ordinary socket where it is connected
/// to a host. The channel never blocks: a wait is a selector's, so that it ends at a timeout, and
/// when another thread closes the socket.
final class UnixSocket extends Socket {

  /// What Linux gives such a socket.
  private static final int BUFFER = 212_992;

  private static final String CLOSED = "Socket closed";

  private final UnixSockets sockets;
  private @Nullable SocketChannel channel;
  private @Nullable Selector readable;
  private @Nullable Selector writable;
  private volatile int timeout;
  private volatile boolean closed;

  UnixSocket(UnixSockets sockets) {
    this.sockets = sockets;
  }

  /// @param endpoint a host's, or the one that [UnixSockets] makes from a path
  @Override
  public void connect(SocketAddress endpoint, int millis) throws IOException {
    var path = sockets.pathOf((InetSocketAddress) endpoint).orElse(null);
    if (path == null) {
      super.connect(endpoint, millis);
      KeptAlive.prepare(this);
      return;
    }
    try {
      open(path);
    } catch (IOException e) {
      close();
      throw explained(path, e);
    }
  }

  /// Connecting does not wait: the system has a place in the server's queue, or refuses.
  private void open(String path) throws IOException {
    var opened = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel = opened;
    opened.connect(UnixDomainSocketAddress.of(path));
    sockets.refuseOtherPeer(path, opened);
    opened.configureBlocking(false);
    readable = Selector.open();
    opened.register(readable, SelectionKey.OP_READ);
    writable = Selector.open();
    opened.register(writable, SelectionKey.OP_WRITE);
  }

  private static IOException explained(String path, IOException e) {
    var why = Optional.ofNullable(e.getMessage()).orElse("");
    if (why.contains("Permission denied")) {
      return new AccessDeniedException(path, null, "this user may not use the socket");
    }
    if (why.contains("No such file")) {
      var missing = new ConnectException("there is no such socket");
      missing.addSuppressed(e);
      return missing;
    }
    return e;
  }

  /// Waits until the channel is ready.
  private static void await(@Nullable Selector selector, int millis) throws IOException {
    try {
      if (selector == null) {
        throw new SocketException("the socket is not connected");
      }
      if (selector.select(_ -> {}, millis) == 0 && selector.isOpen() && millis > 0) {
        throw new SocketTimeoutException("Read timed out");
      }
    } catch (ClosedSelectorException e) {
      throw new SocketException(CLOSED, e);
    }
  }

  private int read(SocketChannel from, ByteBuffer buffer) throws IOException {
    var end = System.nanoTime() + timeout * 1_000_000L;
    try {
      var read = from.read(buffer);
      while (read == 0) {
        await(readable, left(end));
        read = from.read(buffer);
      }
      return read;
    } catch (ClosedChannelException e) {
      throw new SocketException(CLOSED, e);
    }
  }

  /// A selector takes zero for no limit, so an expired timeout is one millisecond.
  private int left(long end) {
    return timeout == 0 ? 0 : (int) Math.max(1, (end - System.nanoTime()) / 1_000_000);
  }

  private void write(SocketChannel to, ByteBuffer buffer) throws IOException {
    try {
      while (buffer.hasRemaining()) {
        if (to.write(buffer) == 0) {
          await(writable, 0);
        }
      }
    } catch (ClosedChannelException e) {
      throw new SocketException(CLOSED, e);
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return channel == null ? super.getInputStream() : new In(channel);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return channel == null ? super.getOutputStream() : new Out(channel);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try (var _ = channel;
        var _ = readable;
        var _ = writable) {
      super.close(); // What waits for the channel wakes up.
    }
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    timeout = millis;
    if (channel == null) {
      super.setSoTimeout(millis);
    }
  }

  @Override
  public int getSoTimeout() {
    return timeout;
  }

  @Override
  public boolean isConnected() {
    return channel == null ? super.isConnected() : channel.isConnected();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  // Options of TCP: a socket of the same machine has none of them.

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    if (channel == null) {
      super.setTcpNoDelay(on);
    }
  }

  @Override
  public boolean getTcpNoDelay() throws SocketException {
    return channel != null || super.getTcpNoDelay();
  }

  @Override
  public void setKeepAlive(boolean on) throws SocketException {
    if (channel == null) {
      super.setKeepAlive(on);
    }
  }

  @Override
  public boolean getKeepAlive() throws SocketException {
    return channel == null && super.getKeepAlive();
  }

  @Override
  public void setReceiveBufferSize(int size) throws SocketException {
    if (channel == null) {
      super.setReceiveBufferSize(size);
    }
  }

  @Override
  public int getReceiveBufferSize() throws SocketException {
    return channel == null ? super.getReceiveBufferSize() : BUFFER;
  }

  @Override
  public void setSendBufferSize(int size) throws SocketException {
    if (channel == null) {
      super.setSendBufferSize(size);
    }
  }

  @Override
  public int getSendBufferSize() throws SocketException {
    return channel == null ? super.getSendBufferSize() : BUFFER;
  }

  private final class In extends InputStream {

    private final SocketChannel from;

    In(SocketChannel from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return length == 0 ? 0 : UnixSocket.this.read(from, ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public void close() throws IOException {
      UnixSocket.this.close();
    }
  }

  private final class Out extends OutputStream {

    private final SocketChannel to;

    Out(SocketChannel to) {
      this.to = to;
    }

    @Override
    public void write(int character) throws IOException {
      write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      UnixSocket.this.write(to, ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public void close() throws IOException {
      UnixSocket.this.close();
    }
  }
}
