package dev.deed.engine.find;

import java.util.List;

/// A folder with the migrations of one tool.
///
/// @param path relative to the top of the repository; empty for the top itself
/// @param scripts its migrations in SQL
/// @param others its migrations in another language
/// @param reason what was recognised, in words
public record FoundFolder(
    String path, FoundTool tool, List<String> scripts, List<String> others, String reason) {

  public FoundFolder {
    scripts = List.copyOf(scripts);
    others = List.copyOf(others);
  }

  public int size() {
    return scripts.size() + others.size();
  }
}
