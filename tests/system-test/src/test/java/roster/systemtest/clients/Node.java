package roster.systemtest.clients;

/** Programs of npm, in the versions of {@code package.json}. */
final class Node {
    private Node() {}

    /** Installs them once; skips the test where npm is missing. */
    static Tool in(String folder) {
        var tool = Tool.in(folder).with("package.json");
        tool.need("npm", "npm", "--version");
        tool.run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--prefer-offline");
        return tool;
    }
}
