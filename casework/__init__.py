"""What every case shares: parts, events, documents, meetings, access. It knows no vacancy and no appraisal."""
