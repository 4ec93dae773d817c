using Cairn.App.Cli;

// A table of contents: every verb is a file in Cli, every page a folder in Features.
return await CommandLine.Run(args, Terminal.OfProcess());
