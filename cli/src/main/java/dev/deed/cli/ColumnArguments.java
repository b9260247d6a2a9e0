package dev.deed.cli;

import picocli.CommandLine.Parameters;

/// A column of a table.
final class ColumnArguments {

  @Parameters(index = "0", paramLabel = "TABLE", description = "The table: users or public.users.")
  private String table;

  @Parameters(
      converter = NameArgument.class,
      index = "1",
      paramLabel = "COLUMN",
      description = "The column.")
  private String column;

  String table() {
    return table;
  }

  String column() {
    return column;
  }
}
