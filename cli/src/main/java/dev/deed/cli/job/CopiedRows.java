package dev.deed.cli.job;

import dev.deed.engine.connect.Address;
import dev.deed.engine.rows.Mask;
import dev.deed.engine.rows.RowSource;
import dev.deed.engine.rows.RowWish;
import dev.deed.engine.rows.RowsRefused;
import dev.deed.ownership.CopyProvider;
import dev.deed.ownership.MaskRule;
import dev.deed.ownership.SampleSize;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// The rows of an environment that its copies get. All databases are asked before the first one is
/// copied: a rule for which there is no column anywhere would mask nothing.
record CopiedRows(
    Targets targets,
    CopyProvider.Dump dump,
    Map<DatabaseName, Long> sizes,
    List<RowSource.Copied> copied) {

  /// @throws RowsRefused with all that is wrong in any of the databases
  static CopiedRows of(Targets targets, CopyProvider.Dump dump) {
    var sizes = new HashMap<DatabaseName, Long>();
    var used = new HashSet<String>();
    var problems = new ArrayList<String>();
    for (var address : targets.addresses(null)) {
      var wish = wish(targets, dump, address);
      var words = address.target().words();
      var survey = RowSource.survey(address, targets.patience(), wish);
      used.addAll(survey.used());
      survey.problems().forEach(problem -> problems.add(words + ": " + problem));
      sizes.put(address.target().database(), survey.bytes());
    }
    for (var rule : dump.masks()) {
      if (!used.contains(rule.text())) {
        problems.add("there is no column for the mask of " + rule.text());
      }
    }
    for (var pattern : dump.tables()) {
      if (!used.contains(pattern.toString())) {
        problems.add("there is no table " + pattern);
      }
    }
    if (!problems.isEmpty()) {
      throw new RowsRefused(targets.environment().name().text(), problems);
    }
    return new CopiedRows(targets, dump, sizes, new ArrayList<>());
  }

  RowWish wish(Address address) {
    return wish(targets, dump, address);
  }

  private static RowWish wish(Targets targets, CopyProvider.Dump dump, Address address) {
    var database = address.target().database();
    var path =
        targets.project().ownership().map().databaseNamed(database).orElseThrow().searchPath();
    var tables = new LinkedHashMap<String, Predicate<QualifiedName>>();
    for (var pattern : dump.tables()) {
      tables.put(pattern.toString(), table -> pattern.matches(table, path));
    }
    var percent = dump.sample() instanceof SampleSize.Share share ? share.percent() : 100;
    var most = dump.sample() instanceof SampleSize.Rows rows ? rows.most() : Long.MAX_VALUE;
    return new RowWish(tables, percent, most, dump.masks().stream().map(CopiedRows::mask).toList());
  }

  private static Mask mask(MaskRule rule) {
    return new Mask(rule.text(), rule.rank(), rule::matches, rule.expression());
  }

  long bytes(DatabaseName database) {
    return Objects.requireNonNullElse(sizes.get(database), 0L);
  }

  /// What has been copied so far, in words.
  String words() {
    var rows = copied.stream().mapToLong(RowSource.Copied::rows).sum();
    var tables = copied.stream().mapToInt(c -> c.tables().size()).sum();
    var masked = copied.stream().mapToInt(RowSource.Copied::masked).sum();
    var words = new StringBuilder();
    words.append(
        String.format(
            Locale.ROOT,
            "with %,d %s of %d %s",
            rows,
            rows == 1 ? "row" : "rows",
            tables,
            tables == 1 ? "table" : "tables"));
    if (masked > 0) {
      words.append(", %d %s masked".formatted(masked, masked == 1 ? "column" : "columns"));
    }
    copied.stream()
        .flatMap(c -> c.remarks().stream())
        .distinct()
        .forEach(remark -> words.append("; ").append(remark));
    return words.toString();
  }
}
