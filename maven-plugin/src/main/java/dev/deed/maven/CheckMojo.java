package dev.deed.maven;

import java.io.File;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code deed check}: compares the migrations with {@code schema-ownership.yaml}, and fails
 * the build where an error is found.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
// Maven shows these comments as help, and it reads only this kind.
public final class CheckMojo extends AbstractMojo {

  /**
   * An installed deed. Without it the jar of the plugin's own version runs, for which a JDK 25 or
   * newer runs Maven or is in {@code toolchains.xml}.
   */
  @Parameter(property = "deed.program")
  private @Nullable File program;

  /** Further arguments of {@code deed check}, such as {@code --base} and {@code origin/main}. */
  @Parameter(property = "deed.arguments")
  private List<String> arguments = List.of();

  /** Leaves the check out. */
  @Parameter(property = "deed.skip", defaultValue = "false")
  private boolean skip;

  /** The folder in which deed runs; the ownership file is in it or in a parent folder. */
  @Parameter(property = "deed.folder", defaultValue = "${basedir}")
  private File folder = new File("");

  @Parameter(defaultValue = "${session}", readonly = true)
  private @Nullable MavenSession session;

  @Parameter(defaultValue = "${plugin}", readonly = true)
  private @Nullable PluginDescriptor plugin;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true)
  private @Nullable RepositorySystemSession repository;

  @Parameter(defaultValue = "${project.remotePluginRepositories}", readonly = true)
  private List<RemoteRepository> remotes = List.of();

  private final RepositorySystem resolver;
  private final ToolchainManager toolchains;

  @Inject
  public CheckMojo(RepositorySystem resolver, ToolchainManager toolchains) {
    this.resolver = resolver;
    this.toolchains = toolchains;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("deed check is skipped");
      return;
    }
    var run = program == null ? ownProgram() : new DeedRun(List.of(program.getPath()));
    var exit = run.check(folder.getAbsoluteFile(), arguments);
    if (exit == DeedRun.NO) {
      throw new MojoFailureException("deed check found errors, which are listed above");
    }
    if (exit != 0) {
      throw new MojoExecutionException(
          "deed check could not give an answer (exit code %d): the reason is above"
              .formatted(exit));
    }
  }

  /// The jar and a Java that can run it.
  private DeedRun ownProgram() throws MojoExecutionException {
    var java = DeedRun.java(toolchain());
    return new DeedRun(List.of(java, "-jar", jar().getPath()));
  }

  private @Nullable String toolchain() {
    if (session == null) {
      return null;
    }
    var wanted = Map.of("version", "[%d,)".formatted(DeedRun.JAVA));
    return toolchains.getToolchains(session, "jdk", wanted).stream()
        .map(jdk -> jdk.findTool("java"))
        .findFirst()
        .orElse(null);
  }

  private File jar() throws MojoExecutionException {
    if (plugin == null) {
      throw new MojoExecutionException("deed.program is not set, and Maven gives no artifacts");
    }
    var artifact = new DefaultArtifact("dev.deed", "deed-cli", "jar", plugin.getVersion());
    try {
      return resolver
          .resolveArtifact(repository, new ArtifactRequest(artifact, remotes, null))
          .getArtifact()
          .getFile();
    } catch (ArtifactResolutionException e) {
      throw new MojoExecutionException(
          "%s is not available: set deed.program to an installed deed".formatted(artifact), e);
    }
  }
}
