package dev.deed.cli.host;

import java.util.ArrayList;
import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// The signals by which a process is asked to end. The JVM's own answer is to end at once, in the
/// middle of whatever runs; who listens ends by itself and chooses the exit code.
@FunctionalInterface
public interface Signals {

  /// Nobody sends any.
  Signals NONE = stop -> () -> {};

  Signals OF_THIS_PROCESS = stop -> Handlers.install(List.of("INT", "TERM", "HUP"), stop);

  /// @param stop called for every signal, from threads of its own
  public Listening listen(Runnable stop);

  /// Closed when signals may mean again what they meant before.
  @FunctionalInterface
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /// The handlers that were there before, to be put back.
  @SuppressWarnings("sunapi") // the only way to a signal; it is part of jdk.unsupported for that
  record Handlers(List<Handler> before) implements Listening {

    record Handler(Signal signal, SignalHandler handler) {}

    static Handlers install(List<String> names, Runnable stop) {
      var before = new ArrayList<Handler>();
      for (var name : names) {
        try {
          install(new Signal(name), stop, before);
        } catch (IllegalArgumentException e) {
          // This system has no such signal, or the JVM was told to leave it alone.
        }
      }
      return new Handlers(before);
    }

    private static void install(Signal signal, Runnable stop, List<Handler> before) {
      var handler = Signal.handle(signal, _ -> Thread.startVirtualThread(stop));
      if (handler.equals(SignalHandler.SIG_IGN)) {
        Signal.handle(signal, handler); // nohup asked for it
      } else {
        before.add(new Handler(signal, handler));
      }
    }

    @Override
    public void close() {
      before.forEach(handler -> Signal.handle(handler.signal(), handler.handler()));
    }
  }
}
