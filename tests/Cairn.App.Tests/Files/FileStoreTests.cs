using System.Security.Cryptography;
using System.Text;
using Cairn.Storage.Files;

namespace Cairn.App.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly FileStore _store;

    public FileStoreTests() => _store = new FileStore(_temp.Path);

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task What_is_put_is_there_under_the_hash_of_its_content()
    {
        var file = await Put("a drawing");
        file.ShouldBe(new StoredFile(Convert.ToHexStringLower(SHA256.HashData("a drawing"u8)), 9));
        using var reader = new StreamReader(_store.Open(file!.Hash)!);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe("a drawing");
        (await _store.Verify(file.Hash)).ShouldBeTrue();
        _store.All.ShouldBe([file.Hash]);
        File.Exists(_temp.Of("files", file.Hash[..2], file.Hash)).ShouldBeTrue();
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(_temp.Of("files", file.Hash[..2], file.Hash)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_same_content_is_kept_once_also_when_it_comes_at_the_same_moment()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Put("a drawing"))));
        all.Distinct().ShouldHaveSingleItem();
        _store.All.ShouldHaveSingleItem();
        Directory.EnumerateFiles(_store.Folder).ShouldBeEmpty("no half is left");
    }

    [Fact]
    public async Task One_altered_byte_is_found_and_the_same_content_makes_it_whole_again()
    {
        var file = (await Put("a drawing"))!;
        var path = _temp.Of("files", file.Hash[..2], file.Hash);
        await File.WriteAllTextAsync(path, "a drawinG");
        (await _store.Verify(file.Hash)).ShouldBeFalse();
        await Put("a drawing");
        (await _store.Verify(file.Hash)).ShouldBeTrue();
    }

    [Fact]
    [Trait("Abuse", "X15")]
    public async Task What_is_deleted_is_gone()
    {
        var file = (await Put("a drawing"))!;
        _store.Delete(file.Hash).ShouldBeTrue();
        _store.Delete(file.Hash).ShouldBeFalse();
        _store.Open(file.Hash).ShouldBeNull();
        (await _store.Verify(file.Hash)).ShouldBeFalse();
        _store.All.ShouldBeEmpty();
        Directory.EnumerateFiles(_store.Folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Abuse", "A14")]
    public async Task What_is_larger_than_may_be_leaves_nothing_behind()
    {
        (await _store.Put(new MemoryStream(new byte[1001]), 1000, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await _store.Put(new MemoryStream(new byte[1000]), 1000, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        _store.All.ShouldHaveSingleItem();
        Directory.EnumerateFiles(_store.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_goes_away_while_a_file_comes_leaves_nothing_behind()
    {
        using var gone = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => _store.Put(new Breaking(gone), 1 << 20, gone.Token));
        _store.All.ShouldBeEmpty();
        Directory.EnumerateFiles(_store.Folder).ShouldBeEmpty();
    }

    [Theory]
    [Trait("Abuse", "L1")]
    [InlineData("../../record.db")]
    [InlineData("")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    [InlineData("abcdef000000000000000000000000000000000000000000000000000000000/")]
    public void What_is_no_hash_names_no_file(string hash)
    {
        FileStore.IsHash(hash).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => _store.Open(hash));
        Should.Throw<ArgumentException>(() => _store.Delete(hash));
    }

    [Fact]
    public async Task Halves_of_a_process_that_died_are_swept_and_fresh_ones_are_not()
    {
        await Put("a drawing");
        await File.WriteAllTextAsync(Path.Combine(_store.Folder, ".half-old"), "x", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_store.Folder, ".half-new"), "x", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(Path.Combine(_store.Folder, ".half-old"), DateTime.UtcNow.AddDays(-2));
        _store.Sweep(DateTime.UtcNow.AddDays(-1)).ShouldBe(1);
        File.Exists(Path.Combine(_store.Folder, ".half-new")).ShouldBeTrue();
        _store.All.ShouldHaveSingleItem();
    }

    private async Task<StoredFile?> Put(string text) => await _store.Put(new MemoryStream(Encoding.UTF8.GetBytes(text)), 1 << 20, TestContext.Current.CancellationToken);

    // Gives a little, and then its sender is gone.
    private sealed class Breaking(CancellationTokenSource gone) : MemoryStream(new byte[100_000])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0) await gone.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return await base.ReadAsync(buffer[..Math.Min(1000, buffer.Length)], cancellationToken);
        }
    }
}
