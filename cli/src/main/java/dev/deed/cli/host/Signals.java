package dev.deed.cli.host;

import java.util.ArrayList;
import java.util.List;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// The signals that ask a process to end. By default the JVM ends immediately; a listener can
/// finish its work and choose the exit code.
@FunctionalInterface
public interface Signals {

  /// Never sends a signal.
  Signals NONE = stop -> () -> {};

  Signals OF_THIS_PROCESS = stop -> Handlers.install(List.of("INT", "TERM", "HUP"), stop);

  /// @param stop called for every signal, each time in a thread of its own
  public Listening listen(Runnable stop);

  /// Closing restores the previous handling of signals.
  @FunctionalInterface
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  /// Installs handlers and keeps the previous ones, to restore them.
  @SuppressWarnings("sunapi") // the only way to a signal; it is part of jdk.unsupported for that
  record Handlers(List<Handler> before) implements Listening {

    record Handler(Signal signal, SignalHandler handler) {}

    static Handlers install(List<String> names, Runnable stop) {
      var before = new ArrayList<Handler>();
      for (var name : names) {
        try {
          install(new Signal(name), stop, before);
        } catch (IllegalArgumentException e) {
          // The system does not have this signal, or the JVM runs with -Xrs.
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
