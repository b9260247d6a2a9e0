package dev.deed.lint.rule.column;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;
import static dev.deed.sql.Hazard.REWRITES_TABLE;

import dev.deed.lint.facts.AddedColumn;
import dev.deed.lint.rule.Rule;
import java.util.List;

/// The rules about columns that are added to tables in use.
public final class ColumnRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "add-required-column",
              "a NOT NULL column is added without a default, which fails if the table has any rows",
              AddedColumn.at(new AddRequiredColumn()),
              BREAKS_RUNNING_CODE),
          error(
              "default-rewrites-table",
              "a column is added with a default that is computed for each row, which rewrites the table",
              AddedColumn.at(new DefaultRewritesTable()),
              REWRITES_TABLE,
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "add-stored-generated-column",
              "a stored generated column is added, which rewrites the table",
              AddedColumn.at(new AddStoredGeneratedColumn()),
              REWRITES_TABLE,
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "add-serial-or-identity",
              "a serial or identity column is added, which rewrites the table to number every row",
              AddedColumn.at(new AddNumberedColumn()),
              REWRITES_TABLE,
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "inline-constraint",
              "a column is added together with a constraint, and every row is checked",
              AddedColumn.at(new InlineConstraint()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "add-domain-column",
              "a column of a domain with constraints is added, which rewrites the table",
              AddedColumn.at(new AddDomainColumn()),
              REWRITES_TABLE,
              BLOCKS_READS,
              BLOCKS_WRITES));

  private ColumnRules() {}
}
