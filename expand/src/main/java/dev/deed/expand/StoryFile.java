package dev.deed.expand;

import java.util.List;

/// One migration of a story. Statements are without semicolon; directives are lines before their
/// statement; an `expect` stands for itself, after its statement.
///
/// @param title what it does, in a few words
/// @param alone each statement is a transaction of its own
public record StoryFile(
    Phase phase, String title, List<String> up, List<String> down, boolean alone) {

  public StoryFile {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }
}
