package dev.deed.drift;

import dev.deed.drift.DriftReport.NotCompared;
import dev.deed.drift.DriftReport.Silence;
import dev.deed.drift.SideContents.Outline;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/// Two sides, each reduced to what may differ. Two small sides are read at once and kept; of two
/// large ones only one is whole in memory at a time: the first is read for its marks, then the
/// second, then the first again if they differ.
///
/// @param unknowns what one of them does not contain at all
/// @param notCompared the same, for the report
/// @param tables how many each side has
record SideBySide(
    Schema from,
    Schema to,
    Unknowns unknowns,
    List<NotCompared> notCompared,
    Both<Integer> tables) {

  /// Characters of a dump up to which it is small.
  private static final long SMALL = 16_000_000;

  private static final Schema NOTHING = Schema.partOf(List.of(), List.of(), List.of());

  /// What one side says of itself.
  private record Facts(String side, Unknowns unknowns, boolean dumped) {

    static Facts of(SideContents contents) {
      return new Facts(contents.side(), contents.unknowns(), contents.dumped());
    }

    NotCompared without(Silence facts) {
      return new NotCompared(side, facts, List.of(), dumped);
    }
  }

  private record First(Facts facts, Unknowns unknowns, Outline outline) {}

  private record Second(Facts facts, Outline outline, Schema part) {}

  static SideBySide read(Side from, Side to) {
    return Side.compared(
        from, to, (one, other) -> read(one, other, SMALL).withTablesOf(one, other));
  }

  /// Those that are the same may not have been read.
  private SideBySide withTablesOf(Side one, Side other) {
    var all = new Both<>(one.tables(tables.from()), other.tables(tables.to()));
    return new SideBySide(from, to, unknowns, notCompared, all);
  }

  static SideBySide read(Side from, Side to, long small) {
    // Both in the spelling of the older server: details that only the newer one prints are not
    // drift.
    var version = Math.min(from.postgres(), to.postgres());
    var anyway = new Unknowns(false, false, from.ownsPublic() != to.ownsPublic(), false);
    try {
      return atOnce(
          Both.of(() -> from.readUpTo(small, version), () -> to.readUpTo(small, version)), anyway);
    } catch (LargeDump large) {
      return oneByOne(from, to, version, anyway);
    }
  }

  private static SideBySide atOnce(Both<SideContents> sides, Unknowns anyway) {
    var from = sides.from();
    var to = sides.to();
    var unknowns = anyway.and(from.unknowns()).and(to.unknowns());
    var outlines = Both.of(() -> from.outline(unknowns), () -> to.outline(unknowns));
    var silence = notCompared(Facts.of(from), Facts.of(to));
    var tables = new Both<>(outlines.from().tables(), outlines.to().tables());
    if (outlines.from().marks().isSame(outlines.to().marks())) {
      return new SideBySide(NOTHING, NOTHING, unknowns, silence, tables);
    }
    var parts =
        Both.of(
            () -> from.differentFrom(outlines.to(), unknowns),
            () -> to.differentFrom(outlines.from(), unknowns));
    return new SideBySide(parts.from(), parts.to(), unknowns, silence, tables);
  }

  private static SideBySide oneByOne(Side from, Side to, int version, Unknowns anyway) {
    var first = first(from, version, anyway);
    var second = second(to, version, first);
    var unknowns = first.unknowns().and(second.facts().unknowns());
    if (!unknowns.equals(first.unknowns())) {
      first = first(from, version, unknowns);
      second = second(to, version, first);
    }
    return new SideBySide(
        again(from, version, first, second),
        second.part(),
        unknowns,
        notCompared(first.facts(), second.facts()),
        new Both<>(first.outline().tables(), second.outline().tables()));
  }

  private static First first(Side side, int version, Unknowns assumed) {
    var contents = side.read(version);
    var unknowns = assumed.and(contents.unknowns());
    return new First(Facts.of(contents), unknowns, contents.outline(unknowns));
  }

  private static Second second(Side side, int version, First first) {
    var contents = side.read(version);
    var outline = contents.outline(first.unknowns());
    return new Second(
        Facts.of(contents), outline, contents.differentFrom(first.outline(), first.unknowns()));
  }

  private static Schema again(Side from, int version, First first, Second second) {
    return first.outline().marks().isSame(second.outline().marks())
        ? NOTHING
        : from.read(version).differentFrom(second.outline(), first.unknowns());
  }

  private static List<NotCompared> notCompared(Facts from, Facts to) {
    var silent = new ArrayList<NotCompared>();
    addSilence(silent, from, to.unknowns());
    addSilence(silent, to, from.unknowns());
    return silent;
  }

  private static void addSilence(List<NotCompared> silent, Facts side, Unknowns other) {
    if (side.unknowns().owners() && !other.owners()) {
      silent.add(side.without(Silence.OWNERS));
    }
    if (side.unknowns().privileges() && !other.privileges()) {
      silent.add(side.without(Silence.PRIVILEGES));
    }
  }
}
