package dev.deed.lint.rule.constraint;

import static dev.deed.lint.rule.Look.at;
import static dev.deed.lint.rule.Look.atScript;
import static dev.deed.lint.rule.Look.atStatement;
import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.sql.Hazard.BLOCKS_READS;
import static dev.deed.sql.Hazard.BLOCKS_WRITES;
import static dev.deed.sql.Hazard.BREAKS_RUNNING_CODE;
import static dev.deed.sql.Hazard.CANNOT_UNDO;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.effect.TableEffect.DropsNotNull;
import dev.deed.sql.effect.TableEffect.ValidatesConstraint;
import dev.deed.sql.effect.TypeEffect.AltersDomain;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import java.util.List;

/// About constraints.
public final class ConstraintRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "check-without-not-valid",
              "a check is added, and every row checked while the table is blocked",
              AddedConstraint.at(Check.class, new CheckWithoutNotValid()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "foreign-key-without-not-valid",
              "a foreign key is added, and every row looked up while both tables are blocked",
              AddedConstraint.at(ForeignKey.class, new ForeignKeyWithoutNotValid()),
              BLOCKS_WRITES),
          error(
              "validate-in-same-transaction",
              "a constraint is validated under a lock that keeps others out of the table",
              at(ValidatesConstraint.class, new ValidateInSameTransaction()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "set-not-null",
              "a column becomes NOT NULL, and every row is searched while the table is blocked",
              at(Altering.class, new SetNotNull()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "add-unique-constraint",
              "a unique constraint is added, and its index built while the table is blocked",
              AddedConstraint.at(Unique.class, new AddUniqueConstraint()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "add-primary-key",
              "a primary key is added, and its index built while the table is blocked",
              AddedConstraint.at(PrimaryKey.class, new AddPrimaryKey()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "primary-key-over-nullable",
              "an index over columns that may be null becomes the primary key",
              AddedConstraint.at(PrimaryKey.class, new PrimaryKeyOverNullable()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "add-exclusion-constraint",
              "an exclusion constraint is added, and its index built while the table is blocked",
              AddedConstraint.at(Exclude.class, new AddExclusionConstraint()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "foreign-key-locks-parent",
              "a foreign key comes or goes, and the other table is locked until the transaction ends",
              at(Effect.class, new ForeignKeyLocksParent()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "check-on-changing-value",
              "a check asks for the time or for chance: what it lets in today it refuses tomorrow",
              at(Effect.class, new CheckOnChangingValue())),
          error(
              "add-domain-constraint",
              "a domain's values are all checked while the tables that use it are blocked",
              at(AltersDomain.class, new AddDomainConstraint()),
              BLOCKS_WRITES),
          warning(
              "domain-with-constraint",
              "a domain is created with a constraint, which is hard to change later",
              at(CreatesDomain.class, new DomainWithConstraint())),
          error(
              "drop-primary-key",
              "a primary key is dropped that replication and foreign keys may need",
              at(DropsConstraint.class, new DropPrimaryKey()),
              BREAKS_RUNNING_CODE,
              CANNOT_UNDO),
          warning(
              "drop-constraint",
              "a constraint is dropped that code may rely on",
              at(DropsConstraint.class, new DropConstraint()),
              CANNOT_UNDO),
          warning(
              "drop-not-null",
              "a column may be null from now on",
              at(DropsNotNull.class, new DropNotNull()),
              BREAKS_RUNNING_CODE),
          warning(
              "foreign-key-without-index",
              "a foreign key has no index, and each delete of what it points at reads the whole table",
              atScript(new ForeignKeyWithoutIndex())),
          warning(
              "foreign-key-type-mismatch",
              "a foreign key points at a column of another type",
              atStatement(new ForeignKeyTypeMismatch())),
          warning(
              "constraint-not-enforced",
              "a constraint is NOT ENFORCED, and any row comes in",
              at(TableEffect.class, new NotEnforced())),
          optional(
              "unnamed-constraint",
              "a constraint is added without a name",
              AddedConstraint.at(Constraint.Rule.class, new UnnamedConstraint())));

  private ConstraintRules() {}
}
