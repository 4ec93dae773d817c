namespace Cairn.App.Cli.Demo;

/// <summary>Chance from a seed (SplitMix64): the same throws on every machine and in every version of the framework.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from 0 up to <paramref name="below"/>, not included.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>True so many times of a hundred.</summary>
    public bool Percent(int of) => Below(100) < of;

    /// <summary>One of a list.</summary>
    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>Near 0, mostly between -2 and 2: the sum of twelve throws.</summary>
    public double Bell()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++) sum += Below(1_000_000) / 1_000_000.0;
        return sum - 6;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
