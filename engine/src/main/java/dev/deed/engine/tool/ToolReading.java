package dev.deed.engine.tool;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.List;

/// What is found in a tool's folder: migrations in the tool's order, and what is wrong with the
/// files as files.
final class ToolReading {

  private final List<ToolMigration> migrations = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  void add(ToolMigration migration) {
    migrations.add(migration);
  }

  List<ToolMigration> migrations() {
    return migrations;
  }

  List<Finding> findings() {
    return findings;
  }

  void error(RuleName rule, SourceFile file, String message, String advice) {
    error(rule, file, Span.NONE, message, advice);
  }

  void error(RuleName rule, SourceFile file, Span span, String message, String advice) {
    findings.add(Finding.error(rule, file, span, message, advice));
  }

  void warning(RuleName rule, SourceFile file, String message, String advice) {
    findings.add(Finding.error(rule, file, Span.NONE, message, advice).with(Severity.WARNING));
  }
}
