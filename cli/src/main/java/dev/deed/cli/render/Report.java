package dev.deed.cli.render;

/// What a command found, as data; a renderer a format makes text of it.
public sealed interface Report {

  Verdict verdict();

  /// @param deed the version of this program
  /// @param java the version of the Java that runs it, or that built it when it is native
  record Version(String deed, String java) implements Report {
    @Override
    public Verdict verdict() {
      return Verdict.YES;
    }
  }
}
