package dev.deed.cli;

import dev.deed.cli.demo.Demo;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.Report;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "demo",
    header = "Show all of deed on a built-in PostgreSQL server, and remove it afterwards.",
    sortOptions = false)
final class DemoCommand implements ReportingCommand {

  @ParentCommand private DeedCommand root;

  @Override
  public List<Format> formats() {
    return List.of();
  }

  @Override
  public Report report() {
    var demo = new Demo(root.surroundings(), Program::run);
    return new Report.Told(demo.tell(), demo::verdict);
  }
}
