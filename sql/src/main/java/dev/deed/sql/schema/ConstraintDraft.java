package dev.deed.sql.schema;

import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Deferrability;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.RelationPart.TableConstraint;

/// A constraint that is being changed. A new one is immediate, valid, enforced, passed on to
/// children, and the table's own.
public final class ConstraintDraft {

  private ObjectName name;
  private Constraint.Rule rule;
  private Deferrability deferrability = Deferrability.IMMEDIATE;
  private boolean validated = true;
  private boolean enforced = true;
  private boolean noInherit;
  private boolean inherited;
  private boolean local = true;
  private Attributes attributes = Attributes.NONE;

  public ConstraintDraft(ObjectName name, Constraint.Rule rule) {
    this.name = name;
    this.rule = rule;
  }

  ConstraintDraft(TableConstraint constraint) {
    this(constraint.name(), constraint.rule());
    deferrability = constraint.deferrability();
    validated = constraint.validated();
    enforced = constraint.enforced();
    noInherit = constraint.noInherit();
    inherited = constraint.inherited();
    local = constraint.local();
    attributes = constraint.attributes();
  }

  public TableConstraint constraint() {
    return new TableConstraint(
        name, rule, deferrability, validated, enforced, noInherit, inherited, local, attributes);
  }

  public ConstraintDraft name(ObjectName newName) {
    name = newName;
    return this;
  }

  public ConstraintDraft rule(Constraint.Rule newRule) {
    rule = newRule;
    return this;
  }

  public ConstraintDraft deferrability(Deferrability value) {
    deferrability = value;
    return this;
  }

  public ConstraintDraft validated(boolean value) {
    validated = value;
    return this;
  }

  public ConstraintDraft enforced(boolean value) {
    enforced = value;
    return this;
  }

  public ConstraintDraft noInherit(boolean value) {
    noInherit = value;
    return this;
  }

  public ConstraintDraft inherited(boolean fromParent, boolean own) {
    inherited = fromParent;
    local = own;
    return this;
  }

  public ConstraintDraft attributes(Attributes newAttributes) {
    attributes = newAttributes;
    return this;
  }
}
