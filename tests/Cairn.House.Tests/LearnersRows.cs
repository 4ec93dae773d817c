using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Frameworks;
using Cairn.Learning.Judgments;
using Cairn.Learning.Mastery;
using Cairn.Learning.People;
using Cairn.Storage;
using Microsoft.EntityFrameworkCore;
using Mono.Cecil;

namespace Cairn.House.Tests;

/// <summary>Learners' rows are reached through Scope only, so that a row somebody may not see is simply not found.</summary>
public sealed class LearnersRows
{
    private static readonly Type[] Rows =
    [
        typeof(Learner), typeof(Enrollment), typeof(StageEntry), typeof(PieceOfEvidence), typeof(EvidenceText), typeof(Artifact), typeof(Claim),
        typeof(Judgment), typeof(JudgmentText), typeof(Retraction), typeof(Override), typeof(OverrideText),
    ];

    private static readonly string[] BackDoors =
    [
        "Microsoft.EntityFrameworkCore.DbContext::Set", "Microsoft.EntityFrameworkCore.DbContext::Find", "Microsoft.EntityFrameworkCore.DbContext::FindAsync",
        "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions::SqlQuery", "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions::SqlQueryRaw",
        "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions::GetDbConnection", "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions::FromSql",
        "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions::FromSqlRaw", "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions::FromSqlInterpolated",
    ];

    private static IEnumerable<(string Name, Type Row, bool IsInternal)> Sets() =>
        from property in typeof(Db).GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>)
        select (property.Name, property.PropertyType.GetGenericArguments()[0], property.GetMethod!.IsAssembly);

    [Fact]
    public void Sets_of_learners_rows_are_internal_to_Storage() => (
        from set in Sets()
        let isOfLearner = Rows.Contains(set.Row) || Array.Exists(set.Row.GetProperties(), one => one.PropertyType == typeof(LearnerId))
        where isOfLearner && !set.IsInternal
        select $"src/Cairn.Storage/Db.cs: {set.Name} is public")
        .Concat(Rows.Where(row => Sets().All(set => set.Row != row)).Select(row => $"src/Cairn.Storage/Db.cs has no set of {row.Name}"))
        .ShouldBeNone("make the set internal and offer what is needed through Scope, which knows who asks.");

    [Fact]
    public void Nothing_outside_Storage_takes_a_set_by_its_type() => (
        from code in new[] { Code.App, Code.Interop }
        from call in code.Calls
        let name = $"{call.Called.DeclaringType.FullName}::{call.Called.Name}"
        where BackDoors.Contains(name, StringComparer.Ordinal)
        select $"{Tree.FileOf(call.User.FullName)} calls {name}")
        .Concat(from file in Tree.HandWritten("bench")
                where file.Code.Contains(".Set<", StringComparison.Ordinal)
                select $"{file.Path} calls DbContext.Set")
        .ShouldBeNone("ask Scope; what it lacks is added there, or in Storage/Queries behind it.");

    [Fact]
    public void Nothing_outside_Storage_names_a_set_of_learners_rows() => (
        from code in new[] { Code.App, Code.Interop }
        from type in code.Module.GetTypes()
        from reference in Sets(type)
        where Rows.Any(row => row.FullName == reference)
        select $"{Tree.FileOf(type.FullName)} names DbSet<{reference}>")
        .ShouldBeNone("ask Scope: it gives rows, never a set.");

    [Fact]
    public void Only_an_import_reads_what_its_source_put_in_before() => (
        from use in Code.App.Uses
        where use.Used.FullName == "Cairn.Storage.Queries.ImportedRows" && !Code.SpaceOf(use.User).StartsWith("Cairn.App.Features.Imports", StringComparison.Ordinal)
        select $"{Tree.FileOf(use.User.FullName)} uses ImportedRows")
        .ShouldBeNone("ImportedRows asks nobody who they are: it is for the operator's imports alone. Ask Scope.");

    [Fact]
    public void A_compiled_query_is_made_once_for_each_engine() => (
        from file in Tree.HandWritten("src")
        from line in file.Code.Split('\n')
        where line.Contains("EF.Compile", StringComparison.Ordinal) && !line.Contains("new(() => EF.Compile", StringComparison.Ordinal)
        select $"{file.Path}: {line.Trim()}")
        .ShouldBeNone("hold it in an EachEngine (src/Cairn.Storage/Queries): EF binds a compiled query to one model, and a process may serve both engines.");

    private static IEnumerable<string> Sets(TypeDefinition type) =>
        type.Fields.Select(one => one.FieldType)
            .Concat(type.Methods.SelectMany(one => one.Parameters.Select(each => each.ParameterType).Append(one.ReturnType)))
            .Concat(type.Methods.Where(one => one.HasBody).SelectMany(one => one.Body.Variables.Select(each => each.VariableType)))
            .Concat(type.Methods.Where(one => one.HasBody).SelectMany(one => one.Body.Instructions).Select(one => one.Operand).OfType<MethodReference>()
                .SelectMany(one => new[] { one.DeclaringType, one.ReturnType }))
            .OfType<GenericInstanceType>().Where(one => one.ElementType.FullName == "Microsoft.EntityFrameworkCore.DbSet`1")
            .Select(one => one.GenericArguments[0].FullName);
}
