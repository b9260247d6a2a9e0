package dev.deed.engine.find;

import java.util.List;

/// A folder with the migrations of one tool.
///
/// @param path relative to the top of the repository; empty for the top itself
/// @param scripts its migrations in SQL
/// @param others its migrations in another language
/// @param reason what was recognised, in words
/// @param runner what runs them: the tool, or one with the same files, as Hasura has Diesel's
public record FoundFolder(
    String path,
    FoundTool tool,
    List<String> scripts,
    List<String> others,
    String reason,
    String runner) {

  public FoundFolder {
    scripts = List.copyOf(scripts);
    others = List.copyOf(others);
  }

  FoundFolder(
      String path, FoundTool tool, List<String> scripts, List<String> others, String reason) {
    this(path, tool, scripts, others, reason, tool.word());
  }

  public int size() {
    return scripts.size() + others.size();
  }
}
