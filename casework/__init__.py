"""What every case shares: events, documents, meetings, access. It knows no vacancy."""
