package dev.deed.cli;

import dev.deed.cli.render.Format;
import dev.deed.cli.render.Report;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "check",
    header = "Refuse migrations that touch what their service does not own.",
    description = {"Reads schema-ownership.yaml and all migrations; needs no database.", ""},
    sortOptions = false)
final class CheckCommand implements Reporting {

  @ParentCommand private DeedCommand root;

  @Override
  public List<Format> formats() {
    return Format.OF_FINDINGS;
  }

  @Override
  public Report report() {
    return Project.in(root, project -> new Checking(project).report());
  }
}
