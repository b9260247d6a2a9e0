package dev.deed.cli;

import dev.deed.cli.host.FrugalHeap;
import dev.deed.cli.host.Surroundings;
import io.quarkus.picocli.runtime.PicocliRunner;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the process begins. Public because Quarkus calls it from a class that it makes.
@QuarkusMain
public final class Launcher {

  private Launcher() {}

  /// Quarkus cannot start in a folder whose name the locale cannot express; the program without it
  /// says so.
  public static void main(String[] arguments) {
    FrugalHeap.watch();
    if (System.getProperty("user.dir", "").contains("\ufffd")) {
      Surroundings.end(Program.run(Surroundings.ofThisProcess(), arguments));
    }
    Quarkus.run(PicocliRunner.class, arguments);
  }
}
