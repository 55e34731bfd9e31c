// A set of characters that every character of a report is looked up in.

/// Unicode scalars below U+10000, one bit each; of those above, which are rare, all count as members.
public struct ScalarSet: Sendable {
    @usableFromInline var bits: [UInt64] = Array(repeating: 0, count: 1024)

    public init() {}

    public init(_ scalars: some Sequence<UInt32>) { for scalar in scalars { insert(scalar) } }

    public mutating func insert(_ scalar: UInt32) { if scalar < 0x10000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) } }

    /// The scalar is a member of a set that has none above U+FFFF.
    @inlinable public func contains(_ scalar: UInt32) -> Bool { scalar < 0x10000 && mayContain(scalar) }

    /// False where the scalar is no member for sure.
    @inlinable public func mayContain(_ scalar: UInt32) -> Bool {
        scalar >= 0x10000 || bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 != 0
    }
}
