package dev.deed.cli;

import dev.deed.cli.host.FrugalHeap;
import dev.deed.cli.host.Surroundings;
import dev.deed.project.server.Ending;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.ZoneOffset;
import java.util.TimeZone;

/// Where the process begins. Public because Quarkus calls it from a class that it makes. What
/// Quarkus would start here, a container and its configuration, no command needs, and it would read
/// `.env` and `config/` in the caller's folder.
@QuarkusMain
public final class Launcher {

  private static final String LOG_MANAGER = "java.util.logging.manager";

  private Launcher() {}

  public static void main(String[] arguments) {
    keepQuiet();
    // The driver gives each session this zone: what is written must not depend on the machine.
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    NativeStart.complete();
    FrugalHeap.watch();
    var exit = Program.run(Surroundings.ofThisProcess(), arguments);
    Surroundings.end(exit, Ending.isDue());
  }

  /// Quarkus' log manager, which its jar brings, complains on stderr where another one began. The
  /// JDK asks it at the end of every process in which pgjdbc has made a logger.
  private static void keepQuiet() {
    System.setProperty(LOG_MANAGER, "org.jboss.logmanager.LogManager");
  }
}
