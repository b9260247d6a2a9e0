package dev.deed.lint.rule.constraint;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.optional;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atScript;
import static dev.deed.lint.rule.RuleCheck.atStatement;
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

/// The rules about constraints.
public final class ConstraintRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "check-without-not-valid",
              "a check constraint is added, and every row is checked while reads and writes wait",
              AddedConstraint.at(Check.class, new CheckWithoutNotValid()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "foreign-key-without-not-valid",
              "a foreign key is added, and every row is checked while writes to both tables wait",
              AddedConstraint.at(ForeignKey.class, new ForeignKeyWithoutNotValid()),
              BLOCKS_WRITES),
          error(
              "validate-in-same-transaction",
              "a constraint is validated while its transaction holds a lock that blocks other sessions",
              at(ValidatesConstraint.class, new ValidateInSameTransaction()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "set-not-null",
              "a column becomes NOT NULL, and the table is scanned while reads and writes wait",
              at(Altering.class, new SetNotNull()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "add-unique-constraint",
              "a unique constraint is added, and its index is built while reads and writes wait",
              AddedConstraint.at(Unique.class, new AddUniqueConstraint()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "add-primary-key",
              "a primary key is added, and its index is built while reads and writes wait",
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
              "an exclusion constraint is added, and its index is built while reads and writes wait",
              AddedConstraint.at(Exclude.class, new AddExclusionConstraint()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          warning(
              "foreign-key-locks-parent",
              "a foreign key is added or dropped, and the referenced table is locked until the transaction ends",
              at(Effect.class, new ForeignKeyLocksParent()),
              BLOCKS_READS,
              BLOCKS_WRITES),
          error(
              "check-on-changing-value",
              "a check depends on the current time or on a random value, so rows may violate it later",
              at(Effect.class, new CheckOnChangingValue())),
          error(
              "add-domain-constraint",
              "all values of a domain are checked while writes to the tables that use it wait",
              at(AltersDomain.class, new AddDomainConstraint()),
              BLOCKS_WRITES),
          warning(
              "domain-with-constraint",
              "a domain is created with a constraint, which is hard to change later",
              at(CreatesDomain.class, new DomainWithConstraint())),
          error(
              "drop-primary-key",
              "a primary key is dropped, which replication and foreign keys may need",
              at(DropsConstraint.class, new DropPrimaryKey()),
              BREAKS_RUNNING_CODE,
              CANNOT_UNDO),
          warning(
              "drop-constraint",
              "a constraint is dropped, which code may rely on",
              at(DropsConstraint.class, new DropConstraint()),
              CANNOT_UNDO),
          warning(
              "drop-not-null",
              "NOT NULL is dropped from a column, and readers may not expect nulls",
              at(DropsNotNull.class, new DropNotNull()),
              BREAKS_RUNNING_CODE),
          warning(
              "foreign-key-without-index",
              "a foreign key has no index, so each delete of a referenced row scans the whole table",
              atScript(new ForeignKeyWithoutIndex())),
          warning(
              "foreign-key-type-mismatch",
              "a foreign key references a column of another type",
              atStatement(new ForeignKeyTypeMismatch())),
          warning(
              "constraint-not-enforced",
              "a constraint is NOT ENFORCED, so no row is checked against it",
              at(TableEffect.class, new NotEnforced())),
          optional(
              "unnamed-constraint",
              "a constraint is added without a name",
              AddedConstraint.at(Constraint.Rule.class, new UnnamedConstraint())));

  private ConstraintRules() {}
}
