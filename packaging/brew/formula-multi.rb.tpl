class {{brewFormulaName}} < Formula
  desc "{{projectDescription}}"
  homepage "{{projectLinkHomepage}}"
  version "{{projectVersion}}"
  license "{{projectLicense}}"

  {{brewMultiPlatform}}

  def install
    libexec.install "bin", "lib"
    bin.install_symlink libexec/"bin/deed"
    bash_completion.install "share/bash-completion/completions/deed"
    fish_completion.install "share/fish/vendor_completions.d/deed.fish"
    man1.install Dir["share/man/man1/*.1"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/deed --version")
    (testpath/"wrong.sql").write "CREATE INDEX ON t (;"
    shell_output("#{bin}/deed lint wrong.sql", 1)
  end
end
